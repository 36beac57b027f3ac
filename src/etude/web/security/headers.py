"""What a browser is told about every answer of ours."""

from collections.abc import Mapping

# Scripts and styles come from our own files only; nothing is inline, nothing is framed.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
POLICY_HEADER = "Content-Security-Policy"
# Of a report that stands alone: its style is in it, and it can do nothing at all, as if it came
# from a site of its own.
REPORT_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
HEADERS: Mapping[str, str] = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# Answers tell about one person's work; only files that carry their digest in the name are kept.
NOT_KEPT = "no-store"
