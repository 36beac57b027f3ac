"""Reports and checkups for people and for programs: text, JSON, SARIF, HTML."""
