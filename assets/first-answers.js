/* What the renderer asks first stands in the page already: components/first_answers.py. */
(() => {
  const answers = JSON.parse(document.getElementById("first-answers")?.textContent ?? "{}");
  const fetchAnything = window.fetch;
  window.fetch = (address, ...rest) => {
    const name = String(address).replace(/^\//, "");
    if (!Object.hasOwn(answers, name)) return fetchAnything(address, ...rest);
    const body = JSON.stringify(answers[name]);
    delete answers[name];
    return Promise.resolve(new Response(body, { headers: { "Content-Type": "application/json" } }));
  };
})();
