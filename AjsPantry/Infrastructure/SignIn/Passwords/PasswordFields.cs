using FluentValidation;

namespace AjsPantry.Infrastructure.SignIn.Passwords;

/// <summary>What validators say of fields with passwords, everywhere the same.</summary>
public static class PasswordFields
{
    /// <summary>The password that somebody has.</summary>
    public static void PresentPassword<T>(this IRuleBuilderInitial<T, string?> field) => field.Bounded(Passwords.PresentPassword.Missing);

    /// <summary>A password that somebody chooses. What is wrong with it itself, Identity says when it is set.</summary>
    public static void ChosenPassword<T>(this IRuleBuilderInitial<T, string?> field) =>
        field.Bounded("Choose a password of 12 characters or more.");

    private static void Bounded<T>(this IRuleBuilderInitial<T, string?> field, string missing) =>
        field.NotEmpty().WithMessage(missing).MaximumLength(PasswordRules.Most).WithMessage(PasswordRules.TooLong);
}
