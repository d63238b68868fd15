// A site that was built before the day on which a page changes still tells the truth on the day: by the reader's own clock.
{
  const { today } = document.documentElement.dataset;

  for (const notice of document.querySelectorAll("[data-coming]")) {
    if (notice.dataset.coming <= today) {
      const day = notice.querySelector("time").textContent;
      notice.querySelector("strong").textContent = `This text applied until ${day}, and no longer does.`;
      notice.querySelector("span").textContent = "";
      notice.querySelector("a").textContent = "Read what applies now";
    }
  }
}
