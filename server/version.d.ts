/** Set by the bundler. */
declare const PORTOLAN_VERSION: string;
