export const name = "rolecall";
