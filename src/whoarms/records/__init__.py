"""Official records as readings: trade registers, reports to the UN register, a plain table of one's own."""
