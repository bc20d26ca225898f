"""From corpus to weights. Imports the package; the package never imports this."""
