import { isAbsolute, sep } from 'node:path';

/** Looks up the packages that our own files import as if these lay in this folder, beside Nest 11. */
export function sync(request, options) {
  const { basedir, defaultResolver } = options;
  const isPackage = !request.startsWith('.') && !isAbsolute(request);
  const isOurs = !basedir.split(sep).includes('node_modules');
  return defaultResolver(request, {
    ...options,
    basedir: isPackage && isOurs ? import.meta.dirname : basedir,
  });
}
