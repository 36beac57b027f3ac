"""Reviews of sittings, written by hand."""

from typing import Any

from checkups import (
    FILE,
    NOT_SCALED,
    SHUFFLED_LATE,
    SOFTMAX_TWICE,
    SOURCE,
    confusion,
    fit,
    listing,
)
from results import CATEGORIES, result

from etude.domain.error import Error, ErrorFrame
from etude.domain.outcome import Fault, Reason
from etude.domain.report import Report
from etude.domain.review import Practice, QuestionReview, Queued, Review
from etude.domain.verdict import Measurement, Status, Verdict

CONTRACT = Verdict(
    check="contract",
    title="model.keras takes (28, 28, 1) and gives 10 numbers",
    status=Status.PASSED,
    points=1,
    of=1,
)
MISSED = Verdict(
    check="bars", title="model.keras reaches an accuracy of at least 0.8 and 0.85 and 0.9",
    status=Status.FAILED, points=2, of=3,
    expected="an accuracy of at least 0.9 on 1,600 hidden pictures",
    received="0.872 (95 % interval 0.855 to 0.888)", attempt="train longer, or with augmentation",
    measurement=Measurement(
        what="an accuracy", value=0.872, low=0.855, high=0.888, bars=(0.8, 0.85, 0.9),
        examples=1600, confusion=confusion(),
    ),
)  # fmt: skip
FORECAST = Verdict(
    check="error", title="model.keras reaches a mean absolute error of at most 12",
    status=Status.PASSED, points=4, of=4,
    measurement=Measurement(
        what="a mean absolute error", value=9.3, low=8.6, high=10.1, bars=(18.0, 15.0, 13.0, 12.0),
        examples=240, at_least=False,
    ),
)  # fmt: skip
BROKEN = Verdict(
    check="contract", title="`model.keras` takes texts and gives one number between 0 and 1",
    status=Status.FAILED, of=1, expected="inputs of dtype string and shape (None,)",
    received="inputs of dtype int64 and shape (None, 40)",
    attempt="put the TextVectorization layer into the model",
)  # fmt: skip
WAITED = Verdict(
    check="bars", title="model.keras reaches an accuracy of at least 0.75", status=Status.SKIPPED,
    of=4,
)  # fmt: skip
RAISED = Error(
    type="ValueError", message="Cannot convert 'abc' to EagerTensor of dtype int64",
    frames=[ErrorFrame(file=FILE, line=21, function="<module>", text="model.fit(train)")],
    raised_by="keras.Model.fit",
)  # fmt: skip


def question(**fields: Any) -> QuestionReview:
    base: dict[str, Any] = {
        "number": 1, "question": "exam_images/clothes", "title": "Clothes from above",
        "topic": "exam_images", "mark": 3, "weight": 40.0, "skills": ["image-5", "model-11"],
        "verdicts": [CONTRACT, MISSED], "submissions": 4, "texts": {FILE: SOURCE},
        "listing": listing(FILE, SOURCE), "fits": [fit()],
        "report": Report(
            exercise="exam_images/clothes", file=FILE,
            findings=[SOFTMAX_TWICE, SHUFFLED_LATE, NOT_SCALED],
        ),
    }  # fmt: skip
    return QuestionReview(**base | fields)


def full_question() -> QuestionReview:
    return question(
        number=2, question="exam_series/rides", title="Rides of the next day", mark=5,
        topic="exam_regression", weight=10.0, skills=["series-5"], verdicts=[CONTRACT, FORECAST],
        submissions=1, report=None, fits=[],
    )  # fmt: skip


def broken_question() -> QuestionReview:
    report = Report(
        exercise="exam_text/languages", file=FILE, fault=Fault.LEARNER, reason=Reason.EXCEPTION,
        error=RAISED,
    )  # fmt: skip
    return question(
        number=3, question="exam_text/languages", title="Languages of sentences", mark=0,
        topic="exam_text", weight=50.0, skills=["text-9", "text-4"], verdicts=[BROKEN, WAITED],
        submissions=2, by_time=True, report=report, fits=[],
    )  # fmt: skip


def unanswered_question() -> QuestionReview:
    return question(
        number=4, mark=0, verdicts=[], submissions=0, report=None, fits=[],
        title="Left out", texts={},
    )  # fmt: skip


def practice() -> list[Practice]:
    return [
        Practice(
            skill="text-9", title="keep the preparation of text inside the exported model",
            lost=50.0, exercises=[
                Queued(exercise="text/words_inside_the_model", title="Words inside the model"),
                Queued(exercise="text/export", title="Export with vocabulary", again=True),
            ],
        ),
        Practice(
            skill="image-5", title="train a convolutional network on photographs to a quality",
            lost=16.0, because=["softmax_with_from_logits"],
            exercises=[Queued(exercise="images/one", title="Clip art in four classes")],
        ),
        Practice(skill="model-11", title="work against overfitting", lost=16.0),
    ]  # fmt: skip


def review(**fields: Any) -> Review:
    base: dict[str, Any] = {
        "result": result(total=34.0, categories=CATEGORIES),
        "questions": [question(), full_question(), broken_question()], "minutes": 252.0,
        "allowed": 315.0, "practice": practice(),
        "notes": ["15 minutes extra time were allowed."],
    }  # fmt: skip
    return Review(**base | fields)
