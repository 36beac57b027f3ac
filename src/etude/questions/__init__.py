"""Questions of the mock exams, one folder each, and the blueprints that papers are drawn from."""
