"""The public pages in English."""

from app.statements.shape import Section, Statement

LABELS = {
    "language": "Language",
    "back": "To Løype",
    "nobody": "whoever is responsible for Løype where you work",
}

ACCESSIBILITY = Statement(
    "Accessibility in Løype",
    (
        Section(
            "What we promise",
            paragraphs=(
                (
                    "Everybody at work should be able to use Løype. The aim is WCAG 2.2, levels A and AA, which also "
                    "covers what Norwegian rules require."
                ),
            ),
        ),
        Section(
            "What holds",
            points=(
                "Everything works by keyboard and by tap; nothing needs dragging.",
                "Text can be twice as large, and the screen as narrow as 320 pixels.",
                "Right and wrong are shown by icon and word, never by colour alone.",
                "No exercise is timed, and motion is off when your phone asks for that.",
                "Cards can be read aloud, and pictures have text.",
            ),
        ),
        Section(
            "How it was tried",
            paragraphs=(
                (
                    "Every screen is tried automatically with each change, light and dark and with large text. "
                    "Automatic checks do not find everything, and this page rests on our own assessment."
                ),
            ),
        ),
        Section(
            "Is there something you cannot use?",
            paragraphs=(
                (
                    "Tell {contact}. If the answer does not satisfy you, you can complain to "
                    "Digitaliseringsdirektoratet."
                ),
            ),
        ),
    ),
)

PRIVACY = Statement(
    "Privacy in Løype",
    (
        Section(
            "What is kept about you",
            paragraphs=("Your employer decides what Løype is used for and is responsible. Løype keeps:",),
            points=(
                "name, employee number, department, share of a position, language and roles",
                "periods you are away, without a reason",
                "your PIN, in a form that cannot be read back",
                "what you answer in the posts, when, and the points you get",
                "what you chose on Me, whether you met the practice post, and when you last downloaded all about you",
                "which notifications you have had, and the address they are sent to if you said yes to them",
                "what you ask a colleague and answer in Løype, with your name",
                "the public part of passkeys you have made",
                "who has looked at you by name, and when",
            ),
        ),
        Section(
            "Who sees what",
            points=(
                (
                    "Leaders and administrators see name, number and department of those they are responsible for. Each"
                    " look stands under Me, where you can read it."
                ),
                "Nobody sees your answers, your mistakes or when you play.",
                (
                    "What you ask a colleague is read by you and by the resource persons of the department that gets"
                    " the question, not by leaders."
                ),
                "Boards show your name only if you turn it on; you can use an alias or stay off them.",
                (
                    "You are in the league only if you join it. Those at the bottom are shown to nobody, and whom you"
                    " met is forgotten after a quarter."
                ),
                (
                    "Departments of fewer than {least_members} are merged on boards, and those under {live_members} are"
                    " updated hourly."
                ),
            ),
        ),
        Section(
            "How long",
            points=(
                "Sign-in: {phone_days} days on your own phone, {shared_hours} hours on a shared device.",
                "Failed sign-ins: {failure_hours} hours, in a form that cannot be read back.",
                "Upload codes not used: {token_days} days.",
                (
                    "Questions to a colleague: {question_days} days after the last word. A question you take back is"
                    " deleted at once."
                ),
                "Notifications: {nudge_days} days after what they were about is over.",
                "The rest until your employer deletes it.",
            ),
        ),
        Section(
            "On your device",
            paragraphs=(
                (
                    "One cookie keeps you signed in. Posts, and answers not yet sent, are on the device so that you can"
                    " play without a network. No tracking, no analytics. Notifications you"
                    " have said yes to go encrypted through your browser's service; nothing else goes to others."
                ),
            ),
        ),
        Section(
            "Your rights",
            paragraphs=(
                (
                    "On Me you download all that is kept about you. You can have it corrected and deleted. Write to "
                    "{contact}. You can also complain to Datatilsynet."
                ),
            ),
        ),
    ),
)
