// What goes between the page and the stand-in. Knows addresses, refuses to know the page.

/** Do one thing as a person; resolves with what came back, rejects when it was refused. */
export async function act(person, what, body = {}) {
  const answer = await fetch(`/chat/${person}/${what}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${what}: ${answer.status}`);
  return answer.json();
}

/** The command menu that a person has now. */
export async function commands(person) {
  const answer = await fetch(`/chat/${person}/menu`);
  return answer.ok ? (await answer.json()).commands : [];
}

/** Follow a person's chat; returns how to stop. */
export function follow(person, { onState, onHappening, onLost }) {
  const source = new EventSource(`/chat/${person}/live`);
  source.addEventListener("state", (event) => onState(JSON.parse(event.data)));
  source.addEventListener("happening", (event) => onHappening(JSON.parse(event.data)));
  source.addEventListener("error", onLost);
  return () => source.close();
}

/** What the page knows beforehand: all its words by language, and the people one can be by id. */
export async function known() {
  const [words, people] = await Promise.all([fetch("/words.json"), fetch("/people.json")]);
  return { words: await words.json(), people: await people.json() };
}
