/** The part that is used of a library without types: pieces of a diagram, which print themselves as SVG. */
declare module 'railroad-diagrams' {
  interface Piece {
    toString(): string;
  }
  interface Railroad {
    Diagram(...items: readonly Piece[]): Piece;
    Sequence(...items: readonly Piece[]): Piece;
    /** `normal` is the index of the choice that lies on the straight line. */
    Choice(normal: number, ...items: readonly Piece[]): Piece;
    Optional(item: Piece): Piece;
    OneOrMore(item: Piece, between?: Piece): Piece;
    ZeroOrMore(item: Piece, between?: Piece): Piece;
    Terminal(text: string): Piece;
    NonTerminal(text: string): Piece;
  }
  const railroad: Railroad;
  export default railroad;
}
