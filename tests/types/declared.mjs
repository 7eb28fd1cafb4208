// What pkg/index.d.ts declares, read by TypeScript itself: the members of its unions and the properties of its interfaces.
import { inRoot } from '../../scripts/lib/paths.mjs';

/** @param {any} ts the compiler */
export function declared(ts) {
  const program = ts.createProgram([inRoot('pkg', 'index.d.ts')], {
    strict: true,
    lib: ['lib.es2020.d.ts', 'lib.dom.d.ts'],
    types: [],
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(inRoot('pkg', 'index.d.ts'));
  const exported = new Map(
    checker.getExportsOfModule(checker.getSymbolAtLocation(file)).map((symbol) => [symbol.name, symbol]),
  );
  const members = (type) => (type.isUnion() ? type.types : [type]);

  /** @param {string} name of an exported type */
  const typeOf = (name) => {
    const symbol = exported.get(name);
    if (!symbol) throw new Error(`pkg/index.d.ts exports no ${name}`);
    return checker.getDeclaredTypeOfSymbol(symbol);
  };

  /** The properties of a type, of every member if it is a union: name -> type without `undefined`. */
  const propertiesOf = (type) => {
    const properties = new Map();
    for (const member of members(type)) {
      for (const property of checker.getPropertiesOfType(member)) {
        const own = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(property, file));
        // Where a member of the union forbids a property it is `undefined`, of which nothing is left.
        const isForbidden = Boolean(own.flags & ts.TypeFlags.Never);
        if (!isForbidden || !properties.has(property.name)) properties.set(property.name, own);
      }
    }
    return properties;
  };

  const literals = (type) => members(type).flatMap((member) => (member.isStringLiteral() ? [member.value] : []));

  return {
    exports: [...exported.keys()],
    /** The strings of a union, in the order in which they are written. */
    union(name) {
      const { type } = exported.get(name).declarations[0];
      if (!ts.isUnionTypeNode(type)) return literals(typeOf(name));
      return type.types.map((node) => node.literal.text);
    },
    /** The strings that a type's property takes. */
    literals: (name, property) => literals(propertiesOf(typeOf(name)).get(property)),
    /** The names of a type's properties. */
    names: (name) => [...propertiesOf(typeOf(name)).keys()],
    /** How TypeScript writes the type of a property. */
    written: (name, property) => {
      const type = propertiesOf(typeOf(name)).get(property);
      return (
        type && checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias)
      );
    },
    /** A union of objects told apart by `type`: type -> names of its properties. */
    kinds: (name) =>
      Object.fromEntries(
        members(typeOf(name)).map((member) => {
          const properties = propertiesOf(member);
          return [properties.get('type').value, [...properties.keys()].sort()];
        }),
      ),
  };
}
