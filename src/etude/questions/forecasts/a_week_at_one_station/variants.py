"""Another station and another number of days, with the bars that were measured for them."""

STATIONS = ("clark_lake", "monroe", "belmont", "clinton", "jefferson_park")
# By the number of days, the error of the last day repeated; and that of last week.
LAST = {
    "clark_lake": {4: 8.23, 5: 8.38, 6: 7.83, 7: 6.93},
    "monroe": {4: 3.13, 5: 3.19, 6: 2.98, 7: 2.64},
    "belmont": {4: 1.53, 5: 1.56, 6: 1.47, 7: 1.31},
    "clinton": {4: 1.41, 5: 1.44, 6: 1.35, 7: 1.20},
    "jefferson_park": {4: 2.10, 5: 2.13, 6: 2.00, 7: 1.77},
}
SEASONAL = {
    "clark_lake": 1.536,
    "monroe": 0.603,
    "belmont": 0.347,
    "clinton": 0.267,
    "jefferson_park": 0.406,
}
FILES = ("week.keras", "passengers.keras", "days.keras", "ahead.keras")


def variant(rng):
    station, steps = rng.choice(STATIONS), rng.choice([4, 5, 6, 7])
    last, seasonal = LAST[station][steps], SEASONAL[station]
    place = STATIONS.index(station)
    return {
        "station.keras": rng.choice(FILES),
        "station monroe": f"station {station}",
        "about `monroe` alone": f"about `{station}` alone",
        "days of `monroe`": f"days of `{station}`",
        '["monroe"]': f'["{station}"]',
        "ridership.next-7.in-1.of-1": f"ridership.next-{steps}.in-{place}.of-{place}",
        "next 7": f"next {steps}",
        "STEPS = 7": f"STEPS = {steps}",
        "(n, 7)": f"(n, {steps})",
        "(7,)": f"({steps},)",
        "the 7 days": f"the {steps} days",
        "all 7 days": f"all {steps} days",
        "gives 2.64": f"gives {last:.2f}",
        "week 0.603": f"week {seasonal:.3f}",
        "1.15": f"{1.9 * seasonal:.2f}",
        "0.69": f"{1.15 * seasonal:.3f}",
        "0.6": f"{0.995 * seasonal:.3f}",
        "0.585": f"{0.97 * seasonal:.3f}",
    }
