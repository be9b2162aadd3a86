using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Tests.Infrastructure.Web.Input;

/// <summary>Where an amount, a quantity or a text is just right and just wrong.</summary>
public sealed class AmountRulesTests
{
    private const string India = "en-IN";

    private const string NoAmount = "Write the amount in digits, with two decimals at most, such as 460.00.";

    private const string NoQuantity = "Write the quantity in digits, with three decimals at most, such as 1.5.";

    private static readonly Formats Rupees = new(India, "INR");

    private sealed record Input(string? Typed, decimal? Read = null);

    private sealed class Validator : AbstractValidator<Input>
    {
        public Validator(Action<Validator> rules) => rules(this);
    }

    [Theory]
    [InlineData("0.01", null)]
    [InlineData("9999999999.99", null)]
    [InlineData("10000000000", "Use ₹9,99,99,99,999.99 or less.")]
    [InlineData("0", "The amount must be more than zero.")]
    [InlineData("-0.01", "The amount cannot be negative.")]
    [InlineData("1.001", NoAmount)]
    [InlineData("", NoAmount)]
    [InlineData(null, NoAmount)]
    public void An_amount_is_more_than_nothing_and_no_more_than_a_column_takes(string? typed, string? problem)
    {
        Assert.Equal(problem, AmountRules.Problem(typed, India, Rupees));
        Assert.Equal(problem, Message(new(typed), rules => rules.RuleFor(input => input.Typed)
            .Custom((text, context) => AmountRules.Check(text, India, Rupees, context, required: true))));
        Assert.Equal(problem, Message(new(null, InputParser.Number(typed, 2, India)), rules => rules.RuleFor(input => input.Read)
            .Custom((amount, context) => AmountRules.Check(amount, Rupees, context, required: true))));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    [InlineData("0", null)]
    [InlineData("5", null)]
    [InlineData("-1", "The amount cannot be negative.")]
    [InlineData("five", NoAmount)]
    public void An_amount_that_may_be_left_out_may_be_nothing(string? typed, string? problem) =>
        Assert.Equal(problem, Message(new(typed), rules => rules.RuleFor(input => input.Typed).OptionalAmount(India, Rupees)));

    [Theory]
    [InlineData("0.001", null)]
    [InlineData("9999999.999", null)]
    [InlineData("10000000", "Use 99,99,999.999 or less.")]
    [InlineData("0", "The quantity must be more than zero.")]
    [InlineData("-1", "The quantity must be more than zero.")]
    [InlineData("0.0001", NoQuantity)]
    [InlineData("", NoQuantity)]
    [InlineData("615,162", "This can be 615.162 or 6,15,162. Choose the one you mean.")]
    public void A_quantity_is_more_than_nothing_and_no_more_than_a_column_takes(string typed, string? problem)
    {
        Assert.Equal(problem, AmountRules.QuantityProblem(typed, India));
        Assert.Equal(problem, Message(new(typed), rules => rules.RuleFor(input => input.Typed)
            .Custom((text, context) => AmountRules.CheckQuantity(text, India, context))));
    }

    [Theory]
    [InlineData("10", null)]
    [InlineData("10.001", "Use 10 or less.")]
    public void A_quantity_may_have_a_bound_of_its_own(string typed, string? problem) =>
        Assert.Equal(problem, AmountRules.QuantityProblem(typed, India, 10));

    [Fact]
    public void An_amount_that_can_be_two_is_asked_about() =>
        Assert.Equal("This can be 1.2 or 12. Choose the one you mean.", ChosenReading.Question(new([1.2m, 12]), India));

    [Theory]
    [InlineData("Milk", null)]
    [InlineData(" Mi  lk ", null)]
    [InlineData("Cream", "That is 5 characters. Use 4 at most.")]
    [InlineData(" \u200b", "Write it.")]
    [InlineData(null, "Write it.")]
    public void Words_are_counted_as_they_are_kept(string? typed, string? problem) =>
        Assert.Equal(problem, Words(typed, typed is " Mi  lk " ? 5 : 4));

    [Fact]
    public void What_no_field_takes_is_counted_as_it_was_typed()
    {
        Assert.Equal("Write it.", Words(new string(' ', InputParser.Most), 4));
        Assert.Equal($"That is {InputParser.Most + 1} characters. Use 4 at most.", Words(new string(' ', InputParser.Most + 1), 4));
    }

    private static string? Words(string? typed, int most) =>
        Message(new(typed), rules => rules.RuleFor(input => input.Typed).Words("Write it.", most));

    /// <summary>The only message; null when there is none.</summary>
    private static string? Message(Input input, Action<Validator> rules) =>
        new Validator(rules).Validate(input).Errors.SingleOrDefault()?.ErrorMessage;
}
