"""An editor at a post in the making: what a person types, clicks and presses, by the words on the screen."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from tests.e2e.learner import Learner
from tests.e2e.studio import call
from tests.served import Served

QUESTION = """Hva gjør du først?
a) Løfter henne opp – Et brudd kan bli verre.
b) Ser om hun puster * – Pust og bevissthet først.
c) Henter en kopp te – Det kan vente.
"""
FIVE = "\n".join(
    f"{number}. Hva gjør du som nummer {number}?\n"
    f"a) Går videre nummer {number} – Da ser du ikke hvordan det går.\n"
    f"b) Blir hos beboeren nummer {number} * – Da er beboeren trygg.\n"
    for number in range(1, 6)
)
"""Two texts as somebody pastes them out of a document."""

CHOICE = {
    "id": "c1",
    "type": "choice",
    "prompt": {"nb": "Hva gjør du først?"},
    "options": [
        {"id": "a", "text": {"nb": "Løfter"}, "explanation": {"nb": "Nei."}},
        {"id": "b", "text": {"nb": "Blir"}, "explanation": {"nb": "Ja."}},
    ],
    "key": "b",
}


@dataclass
class Editor(Learner):
    """Somebody with a post open, who counts what they press and click."""

    presses: int = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.presses += 1
            self.page.keyboard.press(key)

    def click(self, what: Locator) -> None:
        self.presses += 1
        what.click()

    def write(self, text: str) -> None:
        """Text is not counted: it has to be written wherever one writes it."""
        self.page.keyboard.insert_text(text)

    def open(self, module: str) -> None:
        self.page.goto(f"{self.server.url}/studio/post/{module}")
        self.saved()

    def saved(self) -> None:
        expect(self.page.locator("[data-saving=saved]")).to_be_visible()

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(label, exact=True)

    def draft(self, module: str) -> dict[str, Any]:
        """The draft as the server has it."""
        found: dict[str, Any] = self.api(f"/api/v1/studio/modules/{module}")["document"]
        return found

    def state(self, module: str) -> str:
        return str(self.api(f"/api/v1/studio/modules/{module}")["state"])

    @property
    def module(self) -> str:
        """The post that is open."""
        return self.page.url.split("/studio/post/")[1].split("/")[0]


def editor_at(server: Served, page: Page, account: dict[str, str]) -> Editor:
    made = Editor(server, page)
    made.sign_in(account)
    return made


def made_post(editor: Learner, title: str, *cards: dict[str, Any], **more: Any) -> str:
    """A post with these cards as its draft."""
    module = str(uuid4())
    made = call(editor, "PUT", f"/studio/modules/{module}", {"title": title, "language": "nb", "like": None})
    document = {**made["document"], "cards": list(cards), **more}
    answer = editor.page.evaluate(
        """async ([module, document, revision]) => {
          const {csrf_token} = await (await fetch('/api/v1/me')).json()
          const headers = {'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token, 'If-Match': `"${revision}"`}
          const body = JSON.stringify({document})
          return (await fetch(`/api/v1/studio/modules/${module}/draft`, {method: 'PUT', headers, body})).status
        }""",
        [module, document, made["revision"]],
    )
    assert answer == 200
    return module
