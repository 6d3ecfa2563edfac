/* When the server is away or busy the page says so and asks again, more and more slowly; what was shown stays. */
(() => {
  const plain = window.fetch.bind(window);
  const BUSY = new Set([429, 502, 503, 504]);
  const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
  const say = (isAway) => {
    const line = document.getElementById("offline");
    if (line) line.hidden = !isAway;
  };

  async function again(resource, options) {
    for (let pause = 1; ; pause = Math.min(pause * 2, 8)) {
      const late = setTimeout(() => say(true), 3500);
      try {
        const answer = await plain(resource, options);
        if (!BUSY.has(answer.status)) {
          say(false);
          return answer;
        }
        pause = Math.max(pause, Math.min(Number(answer.headers.get("Retry-After")) || 0, 30));
      } catch (error) {
        if (error.name === "AbortError") throw error;
      } finally {
        clearTimeout(late);
      }
      say(true);
      await wait(pause);
    }
  }

  window.fetch = (resource, options) => {
    const address = typeof resource === "string" ? resource : resource?.url || "";
    return address.includes("_dash-") ? again(resource, options) : plain(resource, options);
  };
})();
