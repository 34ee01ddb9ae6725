/** Message keys for parts of steps and fields, and their values; `t` has the namespace `workflows.diff`. */
type FieldKey =
  | "kind"
  | "title"
  | "template"
  | "tool"
  | "model"
  | "output"
  | "type"
  | "label"
  | "description"
  | "required"
  | "default"
  | "choices"
  | "example"
  | "order";

const FIELDS: Record<FieldKey, `field.${FieldKey}`> = {
  kind: "field.kind",
  title: "field.title",
  template: "field.template",
  tool: "field.tool",
  model: "field.model",
  output: "field.output",
  type: "field.type",
  label: "field.label",
  description: "field.description",
  required: "field.required",
  default: "field.default",
  choices: "field.choices",
  example: "field.example",
  order: "field.order",
};

interface FieldWords {
  (key: `field.${FieldKey}` | "nothing" | "value.yes" | "value.no"): string;
  (key: "field.parameter", values: { name: string }): string;
}

export function fieldName(field: string, t: FieldWords): string {
  if (field.startsWith("parameters/")) return t("field.parameter", { name: field.slice("parameters/".length) });
  return Object.hasOwn(FIELDS, field) ? t(FIELDS[field as FieldKey]) : field;
}

export function plainValue(value: unknown, t: FieldWords): string {
  if (value === null || value === undefined || value === "") return t("nothing");
  if (value === true) return t("value.yes");
  if (value === false) return t("value.no");
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
}
