"use strict";
// What audience-measurement scripts commonly send: a page view when it is shown, the time spent when it is left.
(() => {
  const visit = sessionStorage.getItem("visite") ?? `demo-${performance.timeOrigin.toString(36)}`;
  sessionStorage.setItem("visite", visit);
  const send = (event, more) => navigator.sendBeacon("https://mesure-demo.test/collecte", JSON.stringify({
    evenement: event,
    visite: visit,
    page: location.pathname,
    titre: document.title,
    langue: navigator.language,
    agent: navigator.userAgent,
    ecran: [screen.width, screen.height, devicePixelRatio],
    ressources: performance.getEntriesByType("resource").length,
    ...more,
  }));
  send("page_vue", { chargement: performance.now() });
  addEventListener("pagehide", () => send("page_quittee", { duree: performance.now() }));
})();
