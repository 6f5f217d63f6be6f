// The participant's page, at / and at /j/CODE.
import "virtual:shared";
import { openPage, whoOf } from "./host/page.js";
import { participant } from "./phone/participant.jsx";

const el = document.getElementById("app");
if (el) participant.render({ model: openPage(whoOf(el)), el });
