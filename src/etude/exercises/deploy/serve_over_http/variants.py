"""Another path, another port, another number of rows."""


def variant(rng):
    path = rng.choice(["/classify", "/v1/predict", "/species", "/models/penguins"])
    port = rng.choice([8001, 8080, 8888, 9000])
    rows = rng.choice([3, 4, 6, 8])
    return {"/predict": path, "8000": port, "5 rows": f"{rows} rows", "rows=5": f"rows={rows}"}
