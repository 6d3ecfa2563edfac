"""What can go wrong when a question is asked. No message carries a path or a value: any of them may be shown."""


class QueryError(Exception):
    """A question that cannot be answered, now or ever; the kind says why."""


class NoData(QueryError):
    """There is no release that can be served."""


class UnknownRelease(QueryError):
    """No such release, or it is damaged."""


class UnknownQuestion(QueryError):
    """No question, or no table, has that name."""


class UnknownParameter(QueryError):
    """The question does not declare a parameter of that name."""


class BadParameter(QueryError):
    """The value is not of the parameter's type; `name` is the parameter."""

    def __init__(self, name: str):
        super().__init__(name)
        self.name = name


class SumsRange(QueryError):
    """The question computes with a number that may stand in no sum: `columns.toml`, `is_never_summed`."""


class QueryTooSlow(QueryError):
    """The answer took longer than a reader should wait, and was stopped."""


class QueriesBusy(QueryError):
    """Too many questions are waiting already: ask again in a moment."""


class AnswerTooLarge(QueryError):
    """The answer has more rows than a page, a file or a worker's memory should hold."""


class QueryFailed(QueryError):
    """The database could not answer: a file is missing or unreadable, or the question has a fault."""
