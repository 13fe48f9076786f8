/** Words of ids that are names, and stand with a capital in a sentence. */
const NAMES = new Set(
  (
    'albania america american asia austria austrian balkan balkans baltic belgian belgium bonaparte britain british bulgaria bulgarian cambodia china chinese ' +
    'constantinople crete danube danzig dardanelles denmark egypt egyptian europe european finland france french german germany greece greek honduras ' +
    'hungarian hungary india iran iraq italian italy japan japanese korea korean laos lithuania manchuria mediterranean modena morocco netherlands ottoman ' +
    'pacific panama parma poland polish portugal portuguese prussia prussian romania romanian russia russian sardinia serbia serbian soviet spain spanish ' +
    'sweden swedish taiwan transjordan turkey turkish ukraine ukrainian vietnam'
  ).split(' '),
);

/** An id as words: `attacked-by-russia` is "attacked by Russia". */
export function idWords(id: string): string {
  return id
    .split('-')
    .map((word) => (NAMES.has(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join(' ')
    .replace('great Britain', 'Great Britain');
}
