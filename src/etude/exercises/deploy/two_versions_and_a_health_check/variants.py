"""Other paths."""


def variant(rng):
    health = rng.choice(["/healthz", "/alive", "/live", "/up"])
    predict = rng.choice(["/classify", "/answer", "/ask"])
    return {
        "/health": health,
        "/predict": predict,
        "/v1/predict": f"/v1{predict}",
        "/v2/predict": f"/v2{predict}",
        "/v3/predict": f"/v3{predict}",
        "/v9/predict": f"/v9{predict}",
        "}/predict": "}" + predict,
    }
