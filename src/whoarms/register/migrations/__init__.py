"""The steps from each schema of the register to the next, run by Alembic."""
