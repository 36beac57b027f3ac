// A search form's answers come by htmx; the address follows, so that a reload shows the same.

export function followSearches() {
  const form = document.querySelector("form.search");
  form?.addEventListener("input", () => {
    const asked = [...new FormData(form)].filter(([, value]) => value !== "" && value !== "0");
    const query = new URLSearchParams(asked).toString();
    history.replaceState(null, "", form.getAttribute("action") + (query && `?${query}`));
  });
}
