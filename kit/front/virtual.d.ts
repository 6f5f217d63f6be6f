// The modules that build.mjs makes up while it builds.

declare module "virtual:activities" {
  /** Every file in kit/front/activities by its stem, with what it exports by default. */
  // biome-ignore lint/suspicious/noExplicitAny: each activity has views of its own; the host passes them on unseen
  const activities: Record<string, any>;
  export default activities;
}

declare module "virtual:phones" {
  /** Of every activity by its stem: the component that a phone shows. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const phones: Record<string, any>;
  export default phones;
}

declare module "virtual:catalogue" {
  /** By language: the translation of each English message that kit/front uses. */
  const catalogue: Record<string, Record<string, string>>;
  export default catalogue;
}

declare module "*.css" {}

declare module "virtual:shared" {}
