"""The register: documents and claims are stored, deals follow from them."""
