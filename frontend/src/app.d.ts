declare global {
  namespace App {
    interface Error {
      message: string;
      /** What can be done about it; shown below the message. */
      remedy?: string;
    }
  }
}

export {};
