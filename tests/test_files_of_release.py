"""Every table and question of the real release can be taken away as a file."""

import queries
from components.downloads import write


def test_every_table_and_question_of_the_release_is_written_in_every_form(release_dir):
    """A unit that files have not met before must not stop them."""
    failed = []
    answers = [queries.table(name) for name in queries.release().tables]
    answers += [queries.run(name) for name in queries.names() if not question_needs_words(name)]
    for answer in answers:
        for form in ("csv", "parquet", "json"):
            try:
                write(answer, form, lang="sv", names={})
            except Exception as error:
                failed.append((answer.question, form, type(error).__name__))
    assert failed == []


def question_needs_words(name: str) -> bool:
    return "q" in queries.question(name).params
