using AjsPantry.Features.Feedback.Cards;
using AjsPantry.Features.Feedback.Hiding;
using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Feedback.Ideas.Comments;
using AjsPantry.Features.Feedback.Ideas.Votes;
using AjsPantry.Features.Feedback.Insights;
using AjsPantry.Features.Feedback.Leaders;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Feedback.Ratings.Photos;
using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.Shared.Files;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Feedback;

public static class FeedbackFeature
{
    public static void AddFeedback(this IServiceCollection services)
    {
        services.AddScoped<IAuditWords, FeedbackAuditWords>()
            .AddScoped<IPersonalData, FeedbackPersonalData>();
        services.AddScoped<RatingsQuery>().AddScoped<IDishRatings, DishRatings>().AddScoped<IMealFeedback, MealFeedback>()
            .AddScoped<RateMeal.Handler>().AddScoped<LeadersQuery>()
            .AddScoped<InsightQuery>().AddScoped<MealPhotos>().AddScoped<AnswerRating.Handler>()
                .AddScoped<SaveFeedbackSettings.Handler>();
        services.AddScoped<IdeasQuery>().AddScoped<IDishIdeas, DishIdeas>().AddScoped<IdeaNotice>();
        services.AddScoped<IKeepsFiles, StoredPhotos>().AddScoped<ISearchSource, IdeaSearch>();
        services.AddScoped<WordsQuery>().AddScoped<HideWords.Handler>();
        services.AddScoped<PostIdea>().AddScoped<ChangeIdea>().AddScoped<WithdrawIdea>().AddScoped<VoteForIdea>()
            .AddScoped<CommentOnIdea.Handler>().AddScoped<AnswerIdea.Handler>();
        services.AddScoped<IHomeCard, MealsToRateCard>().AddScoped<IHomeCard, LastRatedCard>().AddScoped<IHomeCard, OpenIdeasCard>()
            .AddScoped<IFloorsCard, FloorRatingsCard>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Feedback", Permission.ViewFeedback);
            options.Conventions.Require("/Feedback/Hiding", Permission.AnswerIdeas);
            options.Conventions.RequireOnPages(Permission.RateMeals, "/Feedback/Ratings/Rate");
            options.Conventions.RequireOnPages(Permission.AnswerIdeas, "/Feedback/Ratings/Answering", "/Feedback/Settings");
            options.Conventions.RequireOnPages(
                Permission.ShareIdeas, "/Feedback/Ideas/Add", "/Feedback/Ideas/Edit", "/Feedback/Ideas/Votes/Vote",
                "/Feedback/Ideas/Comments/Comment");
            options.Conventions.RequireOnPages(Permission.AnswerIdeas, "/Feedback/Ideas/Comments/Answer");
        });
    }
}
