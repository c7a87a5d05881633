import { editorFiles } from '../editorFiles';
import { gunzip, inflate } from '../fflateGunzip';
import { type Platform } from '../platform';
import { get } from './http';

/** The editor's file systems; everything is done in this thread, in slices. */
export const webPlatform: Platform = {
  files: editorFiles,
  gunzip,
  gunzipNow: inflate,
  startWorker: () => undefined,
  threads: 1,
  get,
};
