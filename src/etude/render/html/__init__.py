"""Pages and their components as HTML; each component is a template macro with plain inputs."""
