import { orderOfSpans, type Order } from './order.ts';
import type { AreaPart, Obligation } from './obligation-schema.ts';
import { eventsOf } from './trigger.ts';
import { ATTACK_OBJECTS, type AttackObject, type TerritoryClass } from './vocabulary.ts';

/** A place an area covers: one object of attack, whose land, where and when. */
interface Atom {
  readonly object: AttackObject;
  readonly territory: TerritoryClass;
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
  readonly span: { readonly from?: string | undefined; readonly to?: string | undefined };
}

const onLand = (object: AttackObject): boolean => object === 'territory' || object === 'population';

/** Classes that a class holds beside itself. */
const HELD: Readonly<Partial<Record<TerritoryClass, readonly TerritoryClass[]>>> = {
  any: ['own', 'metropolitan', 'dependent', 'parties', 'nobody'],
  parties: ['own', 'metropolitan', 'dependent'],
  own: ['metropolitan', 'dependent'],
};

function atomsOf({ kind, trigger }: Pick<Obligation, 'kind' | 'trigger'>): readonly Atom[] {
  if (trigger === undefined) return [];
  const events = eventsOf(trigger);
  // What a text that names no area covers: docs/language/semantics.md, "Area".
  const aboutAttacks = (kind === 'defense' || kind === 'assistance') && events.includes('armed-attack') && !events.includes('war');
  const { area } = trigger;
  const parts: readonly AreaPart[] = area === undefined ? [aboutAttacks ? {} : { territory: 'any' }] : (area.parts ?? [area]);
  return parts.flatMap(({ objects = ATTACK_OBJECTS, territory, include, exclude = [], from, until }) =>
    objects.map((object): Atom => ({ object, territory: territory ?? (onLand(object) ? 'own' : 'any'), include, exclude, span: { from, to: until } })),
  );
}

/** Whether one place holds another, as far as words tell: that Europe holds the Baltic is not among them. */
function holds(whole: Atom, part: Atom): boolean {
  if (whole.object !== part.object) return false;
  if (whole.territory !== part.territory && HELD[whole.territory]?.includes(part.territory) !== true) return false;
  const { include } = whole;
  if (include !== undefined && (part.include === undefined || !part.include.every((region) => include.includes(region)))) return false;
  if (!whole.exclude.every((region) => part.exclude.includes(region))) return false;
  const order = orderOfSpans(part.span, whole.span);
  return order === 'same' || order === 'more';
}

/** How the place that one clause covers stands to that of another. */
export function orderOfAreas(before: Pick<Obligation, 'kind' | 'trigger'>, after: Pick<Obligation, 'kind' | 'trigger'>): Order {
  const [old, now] = [atomsOf(before), atomsOf(after)];
  const covers = (whole: readonly Atom[], part: readonly Atom[]): boolean => part.every((one) => whole.some((other) => holds(other, one)));
  const [grows, shrinks] = [covers(now, old), covers(old, now)];
  return grows ? (shrinks ? 'same' : 'more') : shrinks ? 'less' : 'apart';
}
