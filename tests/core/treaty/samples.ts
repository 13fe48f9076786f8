/** A small valid treaty; the tests of the parser put faults into it. */
export const VALID = `language: 1
id: sample
name: Sample Treaty
signed: 1949-04-04
in_force: 1949-08-24
secrecy: public
sources:
  - { title: Sample Treaty, year: 1949 }
parties:
  - { state: USA, from: 1949-08-24 }
  - { state: GBR, from: 1949-08-24 }
obligations:
  - id: defend
    article: "5"
    kind: defense
    bound: all
    to: all
    trigger:
      event: armed-attack
      domains: [land, sea, air]
      against: any
    response: { automaticity: discretionary }
term: { kind: indefinite }
exit: { article: "13", earliest: P20Y, notice: P1Y }
`;

/** The valid treaty with one text replaced by another; throws where it does not hold it once. */
export function withFault(from: string, to: string): string {
  if (VALID.split(from).length !== 2) throw new Error(`the sample does not hold once: ${from}`);
  return VALID.replace(from, () => to);
}
