import type { FileRef } from '../contract/project.ts';
import { metadataSource } from '../corpus/fitted-metadata.ts';
import { lookAtFiles, lookAtNames } from '../corpus/look-at-names.ts';
import { mergeMetadata } from '../project/document-metadata.ts';
import { filesOfDocuments } from '../project/files-of-documents.ts';
import { pathOf, type Handlers } from './handlers.ts';

/** Metadata from names of files and from tables: before texts are imported, and for those that the project has. */
export const metadataCalls: Pick<Handlers<'corpus'>, 'corpus.lookAtNames' | 'corpus.applyMetadata'> = {
  'corpus.lookAtNames': (_, { files, ...source }) => lookAtFiles(files.map(pathOf), sourceOf(source)),
  'corpus.applyMetadata': ({ project }, { look, ...source }) => {
    const known = metadataSource(sourceOf(source));
    const fileOf = filesOfDocuments(project.db);
    // Where the files lie, nobody knows any more.
    const files = [...new Set(fileOf.values())].map((file) => ({ file }));
    const fitted = known(files);
    const found = lookAtNames(files, fitted);
    const ofDocument = new Map([...fileOf].map(([id, file]) => [id, fitted.of(file)]));
    return { ...found, changed: look ? 0 : mergeMetadata(project.db, ofDocument) };
  },
};

interface Given {
  readonly metadataFile?: FileRef;
  readonly metadataPattern?: string;
}

const sourceOf = ({ metadataFile, metadataPattern }: Given) => ({
  ...(metadataFile === undefined ? {} : { metadataFile: pathOf(metadataFile) }),
  ...(metadataPattern === undefined ? {} : { metadataPattern }),
});
