import { indexOfOffset, parseTemplate } from "@/features/workflows/template";
import { fieldId, type Place } from "../problems";

const FALLBACK: Record<string, string> = { steps: "ed-steps", variables: "ed-variables" };

/** Focus a place, open what hides it, and select its text. */
export function goTo(place: Pick<Place, "id" | "field" | "within">, offset: number | null = null): boolean {
  const ids = place.id
    ? [fieldId(place.id, place.field, place.within), fieldId(place.id, place.field), fieldId(place.id, "title"), fieldId(place.id, "name")]
    : [FALLBACK[place.field] ?? "ed-steps"];
  const element = ids.map((id) => document.getElementById(id)).find((found) => found !== null);
  if (!element) return false;
  for (let box = element.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
  element.focus({ preventScroll: true });
  if (element instanceof HTMLTextAreaElement && offset !== null) {
    const index = indexOfOffset(element.value, offset);
    const slot = parseTemplate(element.value).parts.find((part) => part.index === index);
    element.setSelectionRange(index, slot?.kind === "slot" ? index + slot.source.length : wordEnd(element.value, index));
    const box = boxAt(element, index);
    if (box) {
      window.scrollBy({ top: box.top - window.innerHeight / 3 });
      return true;
    }
  } else if (element instanceof HTMLInputElement && element.type === "text") element.select();
  element.scrollIntoView({ block: "center" });
  return true;
}

function wordEnd(text: string, index: number): number {
  const word = /^\S{1,200}/.exec(text.slice(index, index + 200))?.[0] ?? "";
  return index + word.length;
}

/** Return the box of a character of a textarea: the layer behind it has the same layout. */
function boxAt(area: HTMLTextAreaElement, index: number): DOMRect | null {
  const layer = area.previousElementSibling;
  if (!layer) return null;
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  let left = index;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left < length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      return range.getBoundingClientRect();
    }
    left -= length;
  }
  return null;
}
