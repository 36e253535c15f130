/** For tests: the error code with which the simulated Excel refuses a batch. */

/** "" where the batch ends well; an error that is not Excel's is thrown on. */
export async function refusal(batch: (context: Excel.RequestContext) => Promise<void> | void): Promise<string> {
  try {
    await Excel.run(async (context) => {
      await batch(context);
      await context.sync();
    });
    return "";
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return error.code;
    throw error;
  }
}
