"use strict";
// One script for the five pages: each form, where there is one, calls its path of the programming interface.
// document.body.dataset.etat tells the walk through the site how far the page is.

const id = (name) => document.getElementById(name);
const state = (word) => { document.body.dataset.etat = word; };

async function call(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

function onSubmit(form, action) {
  id(form)?.addEventListener("submit", async (event) => {
    event.preventDefault();
    state("occupe");
    try {
      await action(new FormData(event.target));
      state("fait");
    } catch (error) {
      state("erreur");
      console.error(error);
    }
  });
}

function item(list, text) {
  const entry = document.createElement("li");
  entry.textContent = text;
  list.append(entry);
  return entry;
}

function picture(source, text) {
  const image = new Image(240, 180);
  image.alt = text;
  const loaded = new Promise((done, failed) => { image.onload = done; image.onerror = failed; });
  image.src = source;
  return [image, loaded];
}

onSubmit("connexion", async (form) => {
  const session = await call("/api/session.json", { identifiant: form.get("identifiant") });
  id("prenom").textContent = session.prenom;
  session.rappels.forEach((reminder) => item(id("rappels"), `${reminder.jour} : ${reminder.texte}`));
  id("portrait").src = session.portrait;
  await id("portrait").decode();
  id("connexion").hidden = true;
  id("espace").hidden = false;
});

onSubmit("recherche", async (form) => {
  const found = await call("/api/praticiens.json", { specialite: form.get("specialite") });
  id("bilan").textContent = `${found.praticiens.length} professionnels près de ${found.ville}`;
  await Promise.all(found.praticiens.map((person) => {
    const entry = item(id("resultats"), "");
    const [image, loaded] = picture(person.photo, `Portrait de ${person.nom}`);
    const link = document.createElement("a");
    link.href = "/rendez-vous.html";
    link.textContent = person.nom;
    link.className = "praticien";
    const place = document.createElement("p");
    place.textContent = `${person.specialite}, ${person.adresse}. ${person.presentation}`;
    entry.append(image, link, place);
    return loaded;
  }));
});

async function showSlots() {
  const offer = await call("/api/creneaux.json", {});
  for (const slot of offer.creneaux) {
    const label = document.createElement("label");
    const choice = document.createElement("input");
    Object.assign(choice, { type: "radio", name: "creneau", value: slot.id, required: true });
    label.append(choice, ` ${slot.jour} à ${slot.heure}`);
    id("creneaux").append(label);
  }
}

onSubmit("rendez-vous", async (form) => {
  const booking = await call("/api/reservation.json", { creneau: form.get("creneau") });
  id("confirmation").textContent = booking.message;
});

(async () => {
  if (id("creneaux")) await showSlots();
  await document.fonts.ready;
  state("pret");
})().catch((error) => { state("erreur"); console.error(error); });
