"""Reference data as tables: actors, places, people, systems, words for items, outlets."""
