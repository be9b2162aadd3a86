namespace AjsPantry.Features.People.Import.Reading;

/// <summary>Reads a file by what is in it; its name does not count.</summary>
public static class UploadedList
{
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Of the whole form: a file that is somewhat too large is still answered beside everything else that was filled in.</summary>
    public const long MostOfForm = 2 * MostBytes;

    public static ReadList Read(byte[] file) => file switch
    {
        [] => ReadList.Unreadable("The file is empty."),
        { Length: > MostBytes } => ReadList.Unreadable(TooLarge),
        [0x50, 0x4B, 0x03 or 0x05, ..] => XlsxList.Read(file),
        [0xD0, 0xCF, 0x11, 0xE0, ..] =>
            ReadList.Unreadable(
                "This workbook is protected with a password or has the old .xls format. Save it as .xlsx without a password and choose that file."),
        _ => CsvList.Read(file),
    };

    public const string TooLarge = "The file is larger than 5 MB. Keep only the list, without pictures, or split it into parts.";
}
