"""Who may ask for what: host, origin, session, token, size, and what a browser may do."""
