// Waits for the next build of the site, and shows it.
const built = document.currentScript.dataset.number;

async function ask() {
  try {
    const answer = await fetch("/serve/news");
    if (await answer.text() !== built) location.reload();
  } catch {
    // Whoever served the site has stopped; they may start again.
  }
}

setInterval(ask, 1000);
