"""Words to values: sentences, numbers, money, dates, measures. Each keeps the place of its words."""
