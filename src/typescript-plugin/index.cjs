// What TypeScript's server loads in VS Code: leads imports of `codetta` to the types that come with the
// extension, so that a `.song.ts` in any folder has them with nothing installed. A `codetta` of the project's
// own wins. Plain JavaScript without a dependency, since it runs inside of whichever TypeScript the user has.

const path = require('node:path');

const moduleName = 'codetta';
const types = path.join(__dirname, '..', '..', 'src', 'api', 'codetta.d.ts').replace(/\\/g, '/');

/** @type {import('typescript').server.PluginModuleFactory} */
module.exports = () => ({
  create({ languageService, languageServiceHost: host }) {
    const resolve = host.resolveModuleNameLiterals?.bind(host);
    if (resolve) {
      host.resolveModuleNameLiterals = (literals, ...rest) =>
        resolve(literals, ...rest).map((found, i) =>
          found.resolvedModule || literals[i].text !== moduleName ? found : { ...found, resolvedModule },
        );
    }
    return languageService;
  },
});

const resolvedModule = {
  resolvedFileName: types,
  originalPath: undefined,
  extension: '.d.ts',
  // Found as a package would be, so that no setting of the project looks for mistakes in it.
  isExternalLibraryImport: true,
  packageId: undefined,
  resolvedUsingTsExtension: false,
};
