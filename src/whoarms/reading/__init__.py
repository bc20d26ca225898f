"""Documents into claims: triage, candidates, the network, decoding."""
