// Bundles the builder's front end into one classic script: `npm run build`.
import { build } from 'esbuild';

await build({
  entryPoints: ['src/main.jsx'],
  outfile: 'dist/builder.js',
  bundle: true,
  format: 'iife',
  jsx: 'automatic',
  minify: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'info',
});
